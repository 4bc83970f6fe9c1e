# fails test_numbers_up_to_255: From 0 to 255
# fails test_four_numbers: 1.2.3.4.5
import re


def unique_ips(path):
    with open(path, encoding="utf-8") as log:
        return set(re.findall(r"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}", log.read(), re.ASCII))
