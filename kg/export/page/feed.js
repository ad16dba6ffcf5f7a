// Asks the server that the page came from. Of several questions for one purpose only the newest is answered.

const PATIENCE = 20_000; // milliseconds
const asked = new Map(); // what each purpose has asked for last and not got yet

/** An answer that is no good, as a sentence. */
class Fault extends Error {
  constructor(sentence, isLasting = false) {
    super(sentence);
    this.isLasting = isLasting; // asking again would not help
  }
}

/**
 * The JSON at an address below that of the page.
 * @throws Fault where the server refuses, or says nothing within PATIENCE.
 */
async function ask(path, signal) {
  const signals = [AbortSignal.timeout(PATIENCE), ...(signal ? [signal] : [])];
  try {
    const answer = await fetch(`network/${path}`, { signal: AbortSignal.any(signals) });
    if (answer.ok) return await answer.json();
    throw new Fault((await answer.text()).trim() || `The server answered ${answer.status}.`, answer.status < 500);
  } catch (error) {
    throw error instanceof Fault ? error : new Fault("The server does not answer.");
  }
}

/** Forgets what a purpose has asked for. */
function dismiss(purpose) {
  asked.get(purpose)?.abort();
  asked.delete(purpose);
  showBusy();
}

/**
 * Asks for a purpose, which is also the name of the element that is waiting.
 * @param then called with the answer, unless the purpose has asked for something else or been dismissed meanwhile.
 * @param complain called with an element that tells why there is no answer and offers to ask again.
 */
async function request(purpose, path, then, complain) {
  dismiss(purpose);
  const asking = new AbortController();
  asked.set(purpose, asking);
  showBusy();
  const [answer, fault] = await ask(path, asking.signal).then((found) => [found, null], (error) => [null, error]);
  if (asked.get(purpose) !== asking) return;
  dismiss(purpose);
  if (fault) complain(complaint(fault, () => request(purpose, path, then, complain)));
  else then(answer);
}

function complaint(fault, again) {
  announce(fault.message);
  return el("p", { class: "fault", role: "note" }, `${fault.message} `, fault.isLasting ? null : el("button", { type: "button", class: "link", click: again }, "Try again"));
}

/** Marks the elements that wait for an answer. */
function showBusy() {
  for (const purpose of ["list", "panel", "hits", "stage"]) byName(purpose).setAttribute("aria-busy", String(asked.has(purpose)));
  document.body.classList.toggle("is-asking", asked.size > 0);
}
