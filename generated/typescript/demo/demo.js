// The page behind index.html: what is chosen is asked, and what comes of it is shown as text.
import * as api from "../dist/index.js";
import { QUESTIONS } from "./questions.js";

const LONGEST = 100_000; // characters of an answer that are shown

const find = (id) => document.getElementById(id);
let stopping = new AbortController();

for (const [index, { service, operation }] of QUESTIONS.entries()) {
  find("operation").append(new Option(`${service}.${operation}`, String(index)));
}
find("operation").addEventListener("change", showQuestion);
find("question").addEventListener("submit", (event) => {
  event.preventDefault();
  void ask();
});
find("stop").addEventListener("click", () => stopping.abort());
showQuestion();

function chosen() {
  return QUESTIONS[Number(find("operation").value)];
}

function showQuestion() {
  const { baseUrl, args } = chosen();
  find("server").value = baseUrl;
  find("arguments").value = JSON.stringify(args, null, 2);
}

async function ask() {
  stopping = new AbortController();
  find("stop").disabled = false;
  show("Asking …");
  try {
    const { service, method, server } = chosen();
    const client = new api[service].Client(server, { baseUrl: find("server").value });
    const args = JSON.parse(find("arguments").value || "{}");
    const answer = await client[method](args, { signal: stopping.signal });
    show("An answer", { answer });
  } catch (error) {
    const { operation, request, status, excerpt, retrySafe } = error;
    const isOurs = error instanceof api.AstrowireError;
    const facts = isOurs ? { operation, request, status, excerpt, retrySafe } : {};
    show(error.name, { message: error.message, facts, answer: error.answer ?? error.problems });
  }
  find("stop").disabled = true;
}

/** Show texts, never markup: what a server says is not trusted. */
function show(outcome, { message = "", facts = {}, answer } = {}) {
  find("outcome").textContent = outcome;
  find("message").textContent = message;
  find("facts").replaceChildren(
    ...Object.entries(facts).flatMap(([name, value]) => [
      element("dt", name),
      element("dd", value === null || value === "" ? "–" : String(value)),
    ]),
  );
  const text = answer === undefined ? "" : (JSON.stringify(answer, null, 2) ?? String(answer));
  find("answer").textContent = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
