# fails test_nearly_full: Subtract first
def disk_report(host, up, used, total):
    if not up:
        return host + ": no answer, " + str(total) + " GB expected"
    percent = used * 100 // total
    if percent > 90:
        return host + ": only " + str(total) - str(used) + " GB left"
    if percent < 10:
        return host + ": nearly empty, " + str(percent) + "% used"
    return host + ": " + str(percent) + "% used"
