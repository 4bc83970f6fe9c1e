# fails test_snake_case: the argument GroupName
MAX_SERVERS = 4


class ServerGroup:
    def __init__(self, GroupName):
        self.group_name = GroupName
        self.server_names = []

    def add_server(self, server_name):
        if len(self.server_names) >= MAX_SERVERS:
            raise ValueError(f"the group {self.group_name} is full")
        self.server_names.append(server_name)


def free_slots(group):
    return MAX_SERVERS - len(group.server_names)
