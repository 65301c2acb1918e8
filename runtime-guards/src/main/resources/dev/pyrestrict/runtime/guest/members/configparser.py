# Trusted code, run when a guest first imports configparser. It opens the files that the guest may.
def members(arguments):
    import configparser
    # read() passes over files that are not there, and says which it has read.
    configparser.__dict__['open'] = arguments['open']
    return {}
