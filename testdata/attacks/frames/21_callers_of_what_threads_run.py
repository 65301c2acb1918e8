# technique: globals(), locals(), vars() and dir() as what a thread, an executor and a timer call, while something waits and after the end
# source: own: against the frame that asks being looked for past the library's frames
# goal: names of threading, or of the runtime that calls it at the end
# impact: frames
import concurrent.futures
import threading

own = {'own', 'concurrent', 'threading', 'look', 'Looking', 'Late', 'asked', 'executor', 'builtin', 'self', '__name__', '__doc__', '__annotations__', 'found', 'names', 'strange', 'escaped'}


def look(found):
    names = set(found() if found is dir else found())
    strange = names - own
    if strange:
        escaped(sorted(strange))


class Looking(threading.Thread):
    def run(self):
        try:
            look(self._target)
        except RuntimeError:
            pass


class Late(threading.Thread):
    """Runs with no code of the guest's below it but its own."""

    def _begin(self):
        for builtin in (globals, locals, vars, dir):
            strange = set(builtin()) - own
            if strange:
                escaped(sorted(strange))


for builtin in (globals, locals, vars, dir):
    asked = Looking(target=builtin)
    asked.start()
    asked.join()
    with concurrent.futures.ThreadPoolExecutor() as executor:
        strange = set(executor.submit(builtin).result()) - own
        if strange:
            escaped(sorted(strange))
    for asked in (Looking(target=builtin), Late(target=builtin), threading.Thread(target=builtin), threading.Timer(0, builtin)):
        asked.start()
