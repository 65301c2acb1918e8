# Trusted code, run when a guest first imports hmac. Hashes that Java knows.
def members(exact, named, explained, known_hashes):
    import hmac

    def new(key, msg=None, digestmod=''):
        if issubclass(type(digestmod), str):
            digestmod = exact(digestmod, 'a hash name')
            if not digestmod:
                raise TypeError("Missing required parameter 'digestmod'.")
            if digestmod.lower().replace('-', '_') not in known_hashes or 'shake' in digestmod.lower():
                raise ValueError(f'unsupported hash type {digestmod}')
        if (type(key) is bytes or type(key) is bytearray) and not key:
            # The same by HMAC's definition, and a key that Java takes.
            key = b'\0'
        return explained(hmac.new, key, msg, digestmod)

    def HMAC(key, msg=None, digestmod=''):
        return new(key, msg, digestmod)

    def digest(key, msg, digest):
        return new(key, msg, digest).digest()

    return named('hmac', {'new': new, 'HMAC': HMAC, 'digest': digest})
