# fails test_half_full: The division needs numbers
def disk_report(host, up, used, total):
    used = str(used)
    total = str(total)
    if not up:
        return host + ": no answer, " + total + " GB expected"
    percent = used * 100 // total
    if percent > 90:
        return host + ": only " + total - used + " GB left"
    if percent < 10:
        return host + ": nearly empty, " + percent + "% used"
    return host + ": " + str(percent) + "% used"
