using GovAccountConsole.Domain.Access;
using Microsoft.AspNetCore.Identity;

namespace GovAccountConsole.Infrastructure.Access;

/// <summary>Somebody with a login. What the person may do stands in the grants, not here.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLimit = 60;

    /// <summary>Name shown in history and queues.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The agency the person belongs to; null for the console's own operators.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>zh-CN or en; null follows the browser.</summary>
    public string? Language { get; set; }

    /// <summary>light, dark or system.</summary>
    public string Theme { get; set; } = "system";

    /// <summary>When the login was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When a mail server last said that it knows no such address, UTC; null once a mail was taken again.</summary>
    public DateTimeOffset? MailRefusedAt { get; set; }

    /// <summary>Shut out by an administrator, not merely locked for a while after wrong passwords.</summary>
    public bool IsDisabled => LockoutEnd == DateTimeOffset.MaxValue;

    /// <summary>Shuts the person out for good and ends every session.</summary>
    public void Disable()
    {
        LockoutEnabled = true;
        LockoutEnd = DateTimeOffset.MaxValue;
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    /// <summary>Lets the person in again.</summary>
    public void Enable()
    {
        LockoutEnd = null;
        AccessFailedCount = 0;
    }
}

/// <summary>A role given to a person for an agency and everything below it.</summary>
public sealed class RoleGrant
{
    private RoleGrant()
    {
    }

    /// <summary>Gives a role.</summary>
    public RoleGrant(Guid personId, Role role, Guid agencyId, Guid? givenById, DateTimeOffset givenAt)
    {
        PersonId = personId;
        Role = role;
        AgencyId = agencyId;
        GivenById = givenById;
        GivenAt = givenAt;
    }

    /// <summary>Who holds it.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>What it is.</summary>
    public Role Role { get; private set; }

    /// <summary>The top of the part of the tree it covers.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>Who gave it.</summary>
    public Guid? GivenById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset GivenAt { get; private set; }
}
