"""gc for guests: the collector is the JVM's, and it is not told what to do. What looks into the heap is not here."""
_state = {'enabled': True}


def collect(generation=2):
    """Does nothing: what nobody holds is collected all the same."""
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    return 0


def disable():
    _state['enabled'] = False


def enable():
    _state['enabled'] = True


def isenabled():
    return _state['enabled']
