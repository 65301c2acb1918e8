"""A virtual machine: dispatch over tuples, a stack and a dictionary."""

PROGRAM = [
    ("push", 0), ("store", "sum"), ("push", 0), ("store", "i"),
    ("load", "i"), ("push", 4000), ("less", None), ("jump_unless", 18),
    ("load", "sum"), ("load", "i"), ("push", 3), ("mul", None), ("add", None), ("store", "sum"),
    ("load", "i"), ("push", 1), ("add", None), ("jump_store", 4),
]


class Machine:
    def __init__(self, program):
        self.program = program
        self.stack = []
        self.names = {}

    def run(self):
        at = 0
        push, pop = self.stack.append, self.stack.pop
        while at < len(self.program):
            operation, argument = self.program[at]
            at += 1
            match operation:
                case "push":
                    push(argument)
                case "load":
                    push(self.names[argument])
                case "store":
                    self.names[argument] = pop()
                case "add":
                    push(pop() + pop())
                case "mul":
                    push(pop() * pop())
                case "less":
                    right, left = pop(), pop()
                    push(left < right)
                case "jump_unless":
                    if not pop():
                        at = argument
                case "jump_store":
                    self.names["i"] = pop()
                    at = argument
        return self.names["sum"]


def benchmark():
    return Machine(PROGRAM).run()
