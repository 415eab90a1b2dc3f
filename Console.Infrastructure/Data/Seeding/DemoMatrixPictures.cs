using System.Security.Cryptography;
using System.Text.RegularExpressions;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Media;

namespace GovAccountConsole.Infrastructure.Data.Seeding;

/// <summary>Gives each agency its own copy of a drawn picture, as if its people had uploaded it; a picture belongs to one agency.</summary>
internal sealed partial class DemoMatrixPictures(ConsoleDb db)
{
    private const int Width = 900;
    private const int CoverHeight = 383;
    private const int BodyHeight = 600;

    private readonly Dictionary<Guid, MediumForm> _forms = [];
    private readonly Dictionary<(Guid Agency, string Name), Medium> _media = [];
    private readonly Dictionary<string, (byte[] Bytes, string Sha256, MediumForm Form)> _files = new(StringComparer.Ordinal);

    /// <summary>The agency's copy.</summary>
    public Medium Of(Guid agencyId, string name, Guid uploaderId, DateTimeOffset at)
    {
        if (_media.TryGetValue((agencyId, name), out var known))
        {
            return known;
        }

        if (!_files.TryGetValue(name, out var file))
        {
            var bytes = DemoMatrixContent.Picture(name);
            var form = PlatformForms.Make(Guid.Empty, PurposeOf(name), bytes) ?? throw new InvalidDataException($"Demo picture {name} is none.");
            file = (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), form);
            _files.Add(name, file);
        }

        var height = PurposeOf(name) == UploadPurpose.Cover ? CoverHeight : BodyHeight;
        var medium = new Medium(
            agencyId, uploaderId, name + ".jpg", "image/jpeg", Width, height, file.Bytes, file.Sha256, at, DemoMatrixIds.Of($"picture {agencyId} {name}", at));
        _media.Add((agencyId, name), medium);
        var kept = new MediumForm(medium.Id, file.Form.Purpose, file.Form.Sha256, file.Form.ContentType, file.Form.Bytes);
        _forms.Add(medium.Id, kept);
        db.AddRange(medium, kept);
        return medium;
    }

    /// <summary>The body with the addresses of the agency's pictures in the places kept for them.</summary>
    public string Place(string html, Guid agencyId, Guid uploaderId, DateTimeOffset at, ICollection<MediaPrint> prints) =>
        Placeholder().Replace(html, match =>
        {
            var medium = Of(agencyId, match.Groups["name"].Value, uploaderId, at);
            Note(medium, prints);
            return $"/media/{medium.Id}";
        });

    /// <summary>Notes a picture once among those a revision is bound to.</summary>
    public void Note(Medium medium, ICollection<MediaPrint> prints)
    {
        var form = _forms[medium.Id];
        var print = form.Purpose == UploadPurpose.Cover
            ? new MediaPrint(medium.Id, medium.Sha256) { Cover = form.Sha256 }
            : new MediaPrint(medium.Id, medium.Sha256) { Body = form.Sha256 };
        if (!prints.Contains(print))
        {
            prints.Add(print);
        }
    }

    private static UploadPurpose PurposeOf(string name) => name.EndsWith("-cover", StringComparison.Ordinal) ? UploadPurpose.Cover : UploadPurpose.Body;

    [GeneratedRegex(@"\{\{media:(?<name>[a-z-]+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
