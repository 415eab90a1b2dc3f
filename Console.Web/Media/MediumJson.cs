using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Media;

namespace GovAccountConsole.Web.Media;

/// <summary>A picture just uploaded, on the wire; bodies show it by <c>url</c>.</summary>
public sealed record MediaJson(Guid Id, string Url, int Width, int Height, int Bytes, string ContentType)
{
    /// <summary>The agency had these very bytes already: this is that picture.</summary>
    public bool Duplicate { get; init; }

    /// <summary>As it goes out.</summary>
    public static MediaJson Of(MediaRow row) => new(row.Id, row.Url, row.Width, row.Height, row.Bytes, row.ContentType) { Duplicate = row.Duplicate };
}

/// <summary>Rights of a picture on the wire.</summary>
public sealed record RightsJson(string? Source, PictureConsent? Consent, string? Note);

/// <summary>What PUT takes.</summary>
public sealed record MediumInput(string? Alt, RightsJson? Rights, DateOnly? ExpiresOn, bool? Shared);

/// <summary>A post that shows a picture, on the wire.</summary>
public sealed record MediumUseJson(Guid PostId, string Title, PostStatus Status);

/// <summary>A picture of the library, on the wire.</summary>
public sealed record MediumJson(
    Guid Id, string Url, string ThumbnailUrl, string FileName, int Width, int Height, int Bytes, string ContentType, string Sha256, Guid AgencyId, string? AgencyName,
    DateTimeOffset At, string Alt, RightsJson Rights, DateOnly? ExpiresOn, bool Shared, int Uses, IReadOnlyList<MediumUseJson>? UsedBy)
{
    /// <summary>As it goes out; <paramref name="uses"/> where one picture is asked for.</summary>
    public static MediumJson Of(MediaCard card, IReadOnlyList<MediaUseRow>? uses) => new(
        card.Id, card.Url, card.ThumbnailUrl, card.FileName, card.Width, card.Height, card.Bytes, card.ContentType, card.Sha256, card.AgencyId, card.AgencyName,
        BusinessTime.ToShanghai(card.At), card.Alt, new RightsJson(card.Rights.Source, card.Rights.Consent, card.Rights.Note), card.ExpiresOn, card.Shared, card.Uses,
        uses is null ? null : [.. uses.Select(use => new MediumUseJson(use.PostId, use.Title, use.Status))]);
}
