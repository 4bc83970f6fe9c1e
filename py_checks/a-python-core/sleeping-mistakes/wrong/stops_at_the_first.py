# fails test_nearly_full: only above 90 percent
# fails test_nearly_empty: only below 10 percent
def disk_report(host, up, used, total):
    if not up:
        return host + ": no answer, " + str(total) + " GB expected"
    percent = used * 100 // total
    if percent > 90:
        return host + ": only " + total - used + " GB left"
    if percent < 10:
        return host + ": nearly empty, " + percent + "% used"
    return host + ": " + str(percent) + "% used"
