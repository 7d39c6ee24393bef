"""People, municipalities and the roles people hold there, parties and their members."""

from accounts.models.municipality import Municipality, MunicipalitySettings
from accounts.models.party import Membership, Party
from accounts.models.role import Role, RoleKind
from accounts.models.user import User

__all__ = ["Membership", "Municipality", "MunicipalitySettings", "Party", "Role", "RoleKind", "User"]
