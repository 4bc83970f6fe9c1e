def disk_report(host, up, used, total):
    """Return one line about a disk; used and total are whole GB."""
    if not up:
        return host + ": no answer, " + str(total) + " GB expected"
    percent = used * 100 // total
    if percent > 90:
        return host + ": only " + str(total - used) + " GB left"
    if percent < 10:
        return host + ": nearly empty, " + str(percent) + "% used"
    return host + ": " + str(percent) + "% used"


print(disk_report("db-01", True, 250, 500))
print(disk_report("db-01", False, 250, 500))
print(disk_report("db-01", True, 475, 500))
print(disk_report("db-01", True, 10, 500))
