using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Agencies;

/// <summary>系统: a line of government work (公安, 法院 …) with its tag. Data, not an enum.</summary>
public sealed class Sector
{
    /// <summary>Creates a sector.</summary>
    /// <param name="code">Stable short code.</param>
    /// <param name="name">Name as shown, e.g. 公安.</param>
    /// <param name="letter">One character for the account square.</param>
    /// <param name="color">Tag colour, #RRGGBB, at least 4.5:1 on white.</param>
    /// <param name="order">Directory order.</param>
    public Sector(string code, string name, string letter, string color, int order)
    {
        Code = code;
        Name = name;
        Letter = letter;
        Color = color;
        Order = order;
    }

    /// <summary>Stable short code.</summary>
    public string Code { get; private set; }

    /// <summary>Name as shown.</summary>
    public string Name { get; private set; }

    /// <summary>One character for the account square.</summary>
    public string Letter { get; private set; }

    /// <summary>Tag colour, #RRGGBB.</summary>
    public string Color { get; private set; }

    /// <summary>Directory order.</summary>
    public int Order { get; private set; }
}

/// <summary>单位: a node of the tree of government bodies.</summary>
public sealed class Agency : Aggregate, IScoped
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLimit = 80;

    private Agency()
    {
    }

    /// <summary>Full name within its parent.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Code of the sector it belongs to.</summary>
    public string SectorCode { get; private set; } = string.Empty;

    /// <summary>Administrative region (GB/T 2260), six digits.</summary>
    public string RegionCode { get; private set; } = string.Empty;

    /// <summary>The body above; null at the top.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>Names from the top to this agency joined with '/', unique; used by imports.</summary>
    public string Path { get; private set; } = string.Empty;

    /// <summary>Position in the directory; lists of agencies follow it.</summary>
    public int Order { get; private set; }

    Guid IScoped.AgencyId => Id;

    /// <summary>Founds an agency below <paramref name="parent"/>, or at the top.</summary>
    public static Result<Agency> Create(
        string? name, string sectorCode, string? regionCode, Agency? parent, int order, Guid? by, DateTimeOffset now, Guid? id = null)
    {
        var errors = new List<Error>();
        name = name?.Trim();
        regionCode = regionCode?.Trim();
        if (string.IsNullOrEmpty(name))
        {
            errors.Add(Error.Required("name"));
        }
        else if (name.Length > NameLimit)
        {
            errors.Add(Error.TooLong("name", NameLimit));
        }
        else if (name.Contains('/', StringComparison.Ordinal))
        {
            errors.Add(Error.NotAccepted("name"));
        }

        if (string.IsNullOrEmpty(regionCode))
        {
            errors.Add(Error.Required("regionCode"));
        }
        else if (regionCode.Length is < 2 or > 12 || !regionCode.All(char.IsAsciiDigit))
        {
            errors.Add(Error.NotAccepted("regionCode"));
        }

        if (errors.Count > 0)
        {
            return Result<Agency>.Refuse(errors);
        }

        var agency = new Agency
        {
            Name = name!,
            SectorCode = sectorCode,
            RegionCode = regionCode!,
            ParentId = parent?.Id,
            Path = parent is null ? name! : $"{parent.Path}/{name}",
            Order = order,
        };
        agency.Id = id ?? agency.Id;
        agency.Record(new DomainEvent("agencyCreated", "agency", agency.Id, agency.Id, by, now, agency.Path));
        return agency;
    }
}

/// <summary>One step up or across the tree: the agency has this ancestor. Includes itself, so that scope is one equality.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="AncestorId">Itself or a body above it.</param>
public sealed record AgencyLineage(Guid AgencyId, Guid AncestorId);

/// <summary>Refusals about agencies.</summary>
public static class AgencyErrors
{
    /// <summary>The named sector does not exist.</summary>
    public static readonly Error UnknownSector = new("unknown-sector", ErrorKind.Invalid, "sector");

    /// <summary>The parent does not exist in the actor's scope.</summary>
    public static readonly Error UnknownParent = new("unknown-parent", ErrorKind.NotFound, "parentId");

    /// <summary>A body of that name exists at that place.</summary>
    public static readonly Error NameTaken = new("agency-name-taken", ErrorKind.Conflict, "name");
}
