"""What generated clients stand on: operations, codecs, decoding, transport, errors.

Import from the generated package, which re-exports every public name; the
modules here are its inside. No service is named in them.
"""
