using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using GovAccountConsole.Domain.Posts.Import;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts.Import;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>A pointer of one part of a document to another, or to somewhere outside.</summary>
/// <param name="Kind">Last word of the relationship's type: image, hyperlink, styles …</param>
/// <param name="Target">Path inside the document, or the address outside.</param>
/// <param name="External">Points outside; never followed.</param>
internal sealed record OfficeLink(string Kind, string Target, bool External);

/// <summary>
/// The zip around an Office document. Every limit is checked before and while unpacking: number of entries, bytes in all, how far one entry
/// unfolds, names that climb, entries of one name twice, macros. Nothing is written to disk and nothing outside is ever asked for.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private const int EntriesLimit = 2_000;
    private const long UnpackedLimit = 120L * 1024 * 1024;
    private const long SmallEntry = 1024 * 1024;
    private const long FurthestUnfolding = 180;
    private const int NodesLimit = 600_000;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Budget _budget = new(UnpackedLimit);
    private readonly XmlBudget _nodes = new(NodesLimit);

    private OfficePackage(ZipArchive archive) => _archive = archive;

    /// <summary>Path of the part that holds the document itself.</summary>
    public string Main { get; private set; } = string.Empty;

    /// <summary>Content type of <see cref="Main"/>.</summary>
    public string MainType { get; private set; } = string.Empty;

    /// <summary>Whether reading ended because the document unfolds to more than is accepted.</summary>
    public bool IsSpent => _budget.IsSpent || _nodes.IsSpent;

    /// <summary>Opens a document, or says why not.</summary>
    /// <exception cref="InvalidDataException">Not a zip, or damaged.</exception>
    /// <exception cref="XmlException">A part that must be XML is not.</exception>
    public static Result<OfficePackage> Open(byte[] bytes)
    {
        var package = new OfficePackage(new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read));
        Error? error;
        try
        {
            error = package.Check() ?? package.FindMain();
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException)
        {
            error = package.IsSpent ? DocumentErrors.TooLarge : DocumentErrors.NotReadable;
        }

        if (error is null)
        {
            return package;
        }

        package.Dispose();
        return error;
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    /// <summary>A part as XML; null when the document has none.</summary>
    public XElement? Xml(string? path) => path is not null && _entries.TryGetValue(path, out var entry) ? SafeXml.Load(Open(entry), _nodes) : null;

    /// <summary>A part's bytes; null when there is none or it is longer than <paramref name="limit"/>.</summary>
    public byte[]? Bytes(string path, int limit)
    {
        if (!_entries.TryGetValue(path, out var entry) || entry.Length > limit)
        {
            return null;
        }

        using var content = Open(entry);
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            if (copy.Length + read > limit)
            {
                return null;
            }

            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }

    /// <summary>Where a part points to, by id.</summary>
    public IReadOnlyDictionary<string, OfficeLink> LinksOf(string path)
    {
        var slash = path.LastIndexOf('/');
        var folder = slash < 0 ? string.Empty : path[..slash];
        var links = new Dictionary<string, OfficeLink>(StringComparer.Ordinal);
        foreach (var link in Xml($"{folder}/_rels/{path[(slash + 1)..]}.rels".TrimStart('/'))?.Children("Relationship") ?? [])
        {
            if (link.Get("Id") is { } id && link.Get("Target") is { } target)
            {
                var external = string.Equals(link.Get("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
                var kind = link.Get("Type") ?? string.Empty;
                links[id] = new OfficeLink(kind[(kind.LastIndexOf('/') + 1)..], external ? target : Resolve(folder, target), external);
            }
        }

        return links;
    }

    /// <summary>The first part of a kind that another part points to.</summary>
    public static string? TargetOf(IReadOnlyDictionary<string, OfficeLink> links, string kind) =>
        links.Values.FirstOrDefault(link => link.Kind == kind && !link.External)?.Target;

    private static string Resolve(string folder, string target)
    {
        var parts = new List<string>();
        var path = target.StartsWith('/') || folder.Length == 0 ? target : folder + "/" + target;
        foreach (var part in path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count > 0)
                {
                    parts.RemoveAt(parts.Count - 1);
                }
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private Error? Check()
    {
        if (_archive.Entries.Count > EntriesLimit)
        {
            return DocumentErrors.TooLarge;
        }

        var declared = 0L;
        foreach (var entry in _archive.Entries)
        {
            var name = entry.FullName.Replace('\\', '/').TrimStart('/');
            declared += entry.Length;
            if (declared > UnpackedLimit || (entry.Length > SmallEntry && entry.Length / Math.Max(1, entry.CompressedLength) > FurthestUnfolding))
            {
                return DocumentErrors.TooLarge;
            }

            if (name.Split('/').Contains("..") || (!name.EndsWith('/') && !_entries.TryAdd(name, entry)))
            {
                return DocumentErrors.NotReadable;
            }

            if (name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            {
                return DocumentErrors.HasMacros;
            }
        }

        return null;
    }

    private Error? FindMain()
    {
        // A zip with an encrypted entry inside an otherwise readable package: some office programs lock that way.
        if (_entries.ContainsKey("EncryptedPackage") || _entries.ContainsKey("META-INF/manifest.xml"))
        {
            return _entries.ContainsKey("EncryptedPackage") ? DocumentErrors.Protected : DocumentErrors.UnsupportedType;
        }

        if (Xml("[Content_Types].xml") is not { } types)
        {
            return DocumentErrors.UnsupportedType;
        }

        if (types.Elements().Any(type => type.Get("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true
            || type.Get("ContentType")?.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) == true))
        {
            return DocumentErrors.HasMacros;
        }

        if (TargetOf(LinksOf(string.Empty), "officeDocument") is not { } main || !_entries.ContainsKey(main))
        {
            return DocumentErrors.NotReadable;
        }

        Main = main;
        MainType = types.Children("Override").FirstOrDefault(type => string.Equals(type.Get("PartName")?.TrimStart('/'), main, StringComparison.OrdinalIgnoreCase))?.Get("ContentType")
            ?? types.Children("Default").FirstOrDefault(type => main.EndsWith("." + type.Get("Extension"), StringComparison.OrdinalIgnoreCase))?.Get("ContentType") ?? string.Empty;
        return null;
    }

    private MeteredStream Open(ZipArchiveEntry entry) => new(entry.Open(), _budget);
}
