using System.Text.RegularExpressions;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>What an entry of the list of official sites allows.</summary>
public enum SiteKind
{
    /// <summary>官网: a web site, with everything below its host.</summary>
    Site,

    /// <summary>小程序: a mini program.</summary>
    MiniProgram,
}

/// <summary>One official site or mini program that texts may lead to.</summary>
/// <param name="Kind">Site or mini program.</param>
/// <param name="Address">Host without scheme (linjiang.cn), or AppID.</param>
/// <param name="Name">Whose it is, as people say it.</param>
/// <param name="Source">Where that is laid down: filing number, the department's decision.</param>
/// <param name="From">Holds from this day on.</param>
/// <param name="Until">Holds until this day, inclusive.</param>
public sealed record SiteRule(SiteKind Kind, string Address, string Name, string Source, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (Until is null || Until >= day);
}

/// <summary>An entry of the list of official sites between two versions of it.</summary>
public sealed partial class SiteEntry
{
    /// <summary>Longest host, in characters.</summary>
    public const int AddressLimit = 120;

    /// <summary>Longest name or source, in characters.</summary>
    public const int TextLimit = 100;

    private SiteEntry()
    {
        Address = Name = Source = string.Empty;
    }

    /// <summary>Begins an entry with a version of the list.</summary>
    public SiteEntry(SiteRule rule, int version)
    {
        Kind = rule.Kind;
        Address = rule.Address;
        Name = rule.Name;
        Source = rule.Source;
        From = rule.From;
        Until = rule.Until;
        SinceVersion = version;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Site or mini program.</summary>
    public SiteKind Kind { get; private set; }

    /// <summary>Host or AppID.</summary>
    public string Address { get; private set; }

    /// <summary>Whose it is.</summary>
    public string Name { get; private set; }

    /// <summary>Where that is laid down.</summary>
    public string Source { get; private set; }

    /// <summary>Holds from this day on.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Holds until this day, inclusive.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>First version of the list that has it.</summary>
    public int SinceVersion { get; private set; }

    /// <summary>First version of the list without it; null while it is in the list.</summary>
    public int? EndedVersion { get; private set; }

    /// <summary>As the checks use it.</summary>
    public SiteRule ToRule() => new(Kind, Address, Name, Source, From, Until);

    /// <summary>Takes it out of the list with a version.</summary>
    public void End(int version) => EndedVersion ??= version;

    /// <summary>An address as typed or pasted: a host loses its scheme, path and capital letters.</summary>
    public static string Tidy(string address)
    {
        var text = address.Trim();
        return (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.IdnHost : text.TrimEnd('/')).ToLowerInvariant();
    }

    /// <summary>What is wrong with an entry as typed; fields in the API's spelling.</summary>
    public static IEnumerable<Error> Check(SiteRule rule)
    {
        if (rule.Address.Length == 0)
        {
            yield return Error.Required("address");
        }
        else if (rule.Address.Length > AddressLimit)
        {
            yield return Error.TooLong("address", AddressLimit);
        }
        else if (!(rule.Kind == SiteKind.Site ? HostForm() : AppIdForm()).IsMatch(rule.Address))
        {
            yield return Error.NotAccepted("address");
        }

        foreach (var (field, text) in new[] { ("name", rule.Name), ("source", rule.Source) })
        {
            if (text.Length == 0)
            {
                yield return Error.Required(field);
            }
            else if (text.Length > TextLimit)
            {
                yield return Error.TooLong(field, TextLimit);
            }
        }

        if (rule.Until < rule.From)
        {
            yield return Error.NotAccepted("until");
        }
    }

    [GeneratedRegex("^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,61}\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HostForm();

    [GeneratedRegex("^wx[0-9a-f]{16}\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AppIdForm();
}
