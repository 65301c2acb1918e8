# Trusted code, run when a guest first imports uuid. Nothing of the server's goes into one.
def members(named):
    """uuid1() without the host's address: the node is a random one, marked as such (RFC 4122, 4.5)."""
    import time
    import uuid
    node, last = [], [0]

    def getnode():
        if not node:
            node.append(uuid.uuid4().int >> 80 | 1 << 40)
        return node[0]

    def uuid1(node=None, clock_seq=None):
        moment = last[0] = max(time.time_ns() // 100 + 0x01b21dd213814000, last[0] + 1)
        if clock_seq is None:
            clock_seq = uuid.uuid4().int & 0x3fff
        return uuid.UUID(fields=(
            moment & 0xffffffff, moment >> 32 & 0xffff, moment >> 48 & 0x0fff, clock_seq >> 8 & 0x3f, clock_seq & 0xff,
            getnode() if node is None else node), version=1)

    return named('uuid', {'getnode': getnode, 'uuid1': uuid1})
