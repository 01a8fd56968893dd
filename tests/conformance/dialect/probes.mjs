// Says what ajv makes of every text of every probe: node probes.mjs FILE
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'

const groups = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const found = {}
for (const probe of Object.values(groups).flat()) {
  const validate = compiled(probe.schema)
  const texts = Object.keys(probe.texts)
  found[probe.name] = Object.fromEntries(texts.map((text) => [text, verdict(validate, text)]))
}
console.log(JSON.stringify(found))

// The schema as ajv takes it by default, but that several types may stand together.
function compiled(schema) {
  try {
    return new Ajv2020({ allowUnionTypes: true, logger: false }).compile(schema)
  } catch {
    return null
  }
}

function verdict(validate, text) {
  if (validate === null) return 'no schema'
  let value
  try {
    value = JSON.parse(text)
  } catch {
    return 'unreadable'
  }
  try {
    return validate(value) ? 'accepted' : 'rejected'
  } catch (error) {
    if (error instanceof RangeError) return 'overflow'
    throw error
  }
}
