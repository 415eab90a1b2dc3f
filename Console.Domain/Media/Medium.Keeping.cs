using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Media;

public sealed partial class Medium
{
    /// <summary>Longest alternative text, in characters.</summary>
    public const int AltLimit = 200;

    /// <summary>Longest source and longest note, in characters.</summary>
    public const int RightsLimit = 500;

    /// <summary>What it shows, for those who cannot see it.</summary>
    public string Alt { get; private set; } = string.Empty;

    /// <summary>Where it comes from or who holds the licence.</summary>
    public string RightsSource { get; private set; } = string.Empty;

    /// <summary>Whether the people shown agreed.</summary>
    public PictureConsent Consent { get; private set; }

    /// <summary>Anything else about the rights.</summary>
    public string RightsNote { get; private set; } = string.Empty;

    /// <summary>The last Shanghai day on which it may be shown; null for ever.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>Whether the bodies below the agency may use it too.</summary>
    public bool Shared { get; private set; }

    /// <summary>When it left the library; the record keeps it. UTC.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Whether it may no longer be shown at an instant.</summary>
    public static bool IsExpired(DateOnly? expiresOn, DateTimeOffset at) => expiresOn is { } last && BusinessTime.DayOf(at) > last;

    /// <summary>Takes down what people say about it.</summary>
    public Result Describe(MediumDetails details, Guid by, DateTimeOffset now)
    {
        var (alt, source, note) = (details.Alt.Trim(), details.Rights.Source.Trim(), details.Rights.Note.Trim());
        var errors = new List<Error>();
        if (alt.Length > AltLimit)
        {
            errors.Add(Error.TooLong("alt", AltLimit));
        }

        if (source.Length > RightsLimit)
        {
            errors.Add(Error.TooLong("rights.source", RightsLimit));
        }

        if (note.Length > RightsLimit)
        {
            errors.Add(Error.TooLong("rights.note", RightsLimit));
        }

        if (!Enum.IsDefined(details.Rights.Consent))
        {
            errors.Add(Error.NotAccepted("rights.consent"));
        }

        if (errors.Count > 0)
        {
            return Result.From(errors);
        }

        if (details.Shared != Shared)
        {
            Record(new DomainEvent(details.Shared ? "mediumShared" : "mediumUnshared", "medium", Id, AgencyId, by, now, FileName));
        }

        var rights = new MediumRights(source, details.Rights.Consent, note);
        if (details.ExpiresOn != ExpiresOn || rights != new MediumRights(RightsSource, Consent, RightsNote) || alt != Alt)
        {
            Record(new DomainEvent("mediumDescribed", "medium", Id, AgencyId, by, now, FileName));
        }

        (Alt, RightsSource, Consent, RightsNote, ExpiresOn, Shared) = (alt, rights.Source, rights.Consent, rights.Note, details.ExpiresOn, details.Shared);
        return Result.Success;
    }

    /// <summary>What a document said it shows, taken over with the picture; people may change it.</summary>
    public void SayAlt(string alt) => Alt = alt.Trim() is var said && said.Length <= AltLimit ? said : said[..AltLimit];

    /// <summary>Takes it out of the library; its bytes stay for the record. One in use cannot leave.</summary>
    /// <param name="posts">Posts that show it now.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">UTC.</param>
    public Result Retire(int posts, Guid by, DateTimeOffset now)
    {
        if (posts > 0)
        {
            return MediaErrors.InUse(posts);
        }

        if (RetiredAt is null)
        {
            RetiredAt = now;
            Record(new DomainEvent("mediumRetired", "medium", Id, AgencyId, by, now, FileName));
        }

        return Result.Success;
    }

    /// <summary>Cut from another picture: what may be done with that may be done with this, and no longer.</summary>
    public void Inherit(Medium origin) =>
        (Alt, RightsSource, Consent, RightsNote, ExpiresOn) = (origin.Alt, origin.RightsSource, origin.Consent, origin.RightsNote, origin.ExpiresOn);

    /// <summary>Uploaded again: it is back in the library.</summary>
    public void Return() => RetiredAt = null;
}
