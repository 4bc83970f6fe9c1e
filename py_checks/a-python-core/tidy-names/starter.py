maxServers = 4

class server_group:
  def __init__(Self, GroupName):
    Self.GroupName = GroupName
    Self.ServerNames = []

  def AddServer(Self, ServerName):
    if len(Self.ServerNames) >= maxServers: raise ValueError(f"the group {Self.GroupName} is full")
    Self.ServerNames.append(ServerName)

def FreeSlots(Group):
   Used = len(Group.ServerNames)
   return maxServers - Used
