# technique: a queue that nobody puts anything into, which waits in Java
# source: own
# goal: a guest that nothing stops
# impact: dos
# dos: wall
import queue

queue.SimpleQueue().get()
