# Trusted code, run when a guest first imports string. Formatter is ours: it reads attributes and items for the guest.
def members(formatting):
    return {'Formatter': formatting['Formatter']}
