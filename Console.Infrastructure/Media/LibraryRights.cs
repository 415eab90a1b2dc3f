using GovAccountConsole.Domain.Access;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>Who looks after the pictures of an agency: those who write for it, and those who keep its templates.</summary>
public static class LibraryRights
{
    /// <summary>Whether the actor may describe, share and retire.</summary>
    public static bool MayKeep(Actor actor, IReadOnlyCollection<Guid> lineage) =>
        actor.Can(Permission.WritePosts, lineage) || actor.Can(Permission.ManageTemplates, lineage);
}
