def disk_report(host, up, used, total):
    """Return one line about a disk; used and total are whole GB."""
    if not up:
        return host + ": no answer, " + total + " GB expected"
    percent = used * 100 // total
    if percent > 90:
        return host + ": only " + total - used + " GB left"
    if percent < 10:
        return host + ": nearly empty, " + percent + "% used"
    return host + ": " + str(percent) + "% used"


print(disk_report("db-01", True, 250, 500))
