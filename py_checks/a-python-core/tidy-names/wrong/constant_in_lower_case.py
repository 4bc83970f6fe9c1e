# fails test_constant: Constants are written in capitals
max_servers = 4


class ServerGroup:
    def __init__(self, group_name):
        self.group_name = group_name
        self.server_names = []

    def add_server(self, server_name):
        if len(self.server_names) >= max_servers:
            raise ValueError(f"the group {self.group_name} is full")
        self.server_names.append(server_name)


def free_slots(group):
    return max_servers - len(group.server_names)
