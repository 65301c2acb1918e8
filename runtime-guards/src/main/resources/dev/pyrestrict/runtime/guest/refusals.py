# Trusted code. Tells the host what guards refused, and where in the guest's source: each place and subject once.
def refusals(sources):
    import sys

    frame_of = sys._getframe
    most = 1000
    longest = 200
    # Who hears of refusals: at most one function, when the host asks for that.
    listener = []

    def tell(guard_name, subject, reason):
        """Something was refused. Nothing is asked of the guest's objects: the words are ours, names are exact str."""
        if listener:
            listener[0](guard_name, subject, reason)

    def begin(say):
        said = set()

        def told(guard_name, subject, reason):
            frame = frame_of(2)
            while frame is not None and frame.f_code.co_filename not in sources:
                frame = frame.f_back
            file, line = ('', 0) if frame is None else (frame.f_code.co_filename, frame.f_lineno)
            entry = (guard_name, file, line, subject[:longest], reason)
            if entry in said or len(said) > most:
                return
            said.add(entry)
            try:
                say(*entry if len(said) <= most else (guard_name, file, line, 'any', 'further refusals are not told'))
            except Exception:
                # The host's listener failed: the guest gets what its guard raises, as always.
                pass

        listener[:] = [told]

    return {'tell': tell, 'begin': begin}
