"""Object-oriented: a small scheduler with classes, inheritance and method calls."""


class Task:
    def __init__(self, name, priority, work):
        self.name = name
        self.priority = priority
        self._left = work
        self.done = 0

    def is_ready(self):
        return self._left > 0

    def step(self, scheduler):
        self._left -= 1
        self.done += self.cost()

    def cost(self):
        return 1


class Heavy(Task):
    def cost(self):
        return 3


class Forker(Task):
    def __init__(self, name, priority, work):
        super().__init__(name, priority, work)
        self._children = 0

    def step(self, scheduler):
        super().step(scheduler)
        if self._left % 50 == 0:
            self._children += 1
            scheduler.add(Heavy(f"{self.name}.{self._children}", self.priority + 1, 5))


class Scheduler:
    def __init__(self):
        self._tasks = []
        self.steps = 0

    def add(self, task):
        self._tasks.append(task)

    def run(self):
        while True:
            best = None
            for task in self._tasks:
                if task.is_ready() and (best is None or task.priority > best.priority):
                    best = task
            if best is None:
                return self.steps
            best.step(self)
            self.steps += 1


def benchmark():
    scheduler = Scheduler()
    for i in range(6):
        kind = (Task, Heavy, Forker)[i % 3]
        scheduler.add(kind(f"task{i}", i % 4, 400))
    return scheduler.run()
