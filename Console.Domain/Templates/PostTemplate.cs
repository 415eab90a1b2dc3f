using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Templates;

/// <summary>
/// 模板: how a kind of text (通报, 提示, 辟谣, 招录, 停水停电, 办事指南 …) begins and which facts it must tell. Owned by the department, then everybody
/// below it writes by it, or by one agency. Its key also chooses the review plan of what is written by it.
/// </summary>
public sealed class PostTemplate : Aggregate
{
    /// <summary>Longest key, in characters.</summary>
    public const int KeyLimit = 40;

    /// <summary>Longest name, in characters.</summary>
    public const int NameLimit = 30;

    private PostTemplate()
    {
    }

    /// <summary>The agency that owns it; agencies below write by it.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>Stable name, unique in the matrix: <c>water-outage</c>.</summary>
    public string Key { get; private set; } = string.Empty;

    /// <summary>The name people read: 停水停电通知.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>What it is for, one sentence.</summary>
    public string Purpose { get; private set; } = string.Empty;

    /// <summary>Every state it was in, oldest first.</summary>
    public IReadOnlyList<TemplateVersion> Versions { get; private set; } = [];

    /// <summary>When it was retired, UTC; nothing new is begun by it, what was begun keeps its rules.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>The state new texts begin with.</summary>
    public TemplateVersion Current => Versions[^1];

    /// <summary>Makes a template with its first version.</summary>
    public static Result<PostTemplate> Create(Guid agencyId, string key, string name, string purpose, TemplateVersion first)
    {
        var errors = Errors(key, name, first);
        return errors.Count > 0
            ? Result<PostTemplate>.Refuse(errors)
            : new PostTemplate { AgencyId = agencyId, Key = key, Name = name.Trim(), Purpose = purpose.Trim(), Versions = [first with { Number = 1 }] };
    }

    /// <summary>Changes it: the old version stays for what was written by it.</summary>
    public Result Change(string name, string purpose, TemplateVersion next)
    {
        var errors = Errors(Key, name, next);
        if (errors.Count > 0)
        {
            return Result.From(errors);
        }

        (Name, Purpose, RetiredAt) = (name.Trim(), purpose.Trim(), null);
        Versions = [.. Versions, next with { Number = Current.Number + 1 }];
        return Result.Success;
    }

    /// <summary>Nothing new is begun by it from now on.</summary>
    public void Retire(DateTimeOffset now) => RetiredAt ??= now;

    /// <summary>A version by its number; the newest where the number is unknown.</summary>
    public TemplateVersion At(int? number) => Versions.FirstOrDefault(version => version.Number == number) ?? Current;

    private static List<Error> Errors(string key, string name, TemplateVersion version)
    {
        var errors = new List<Error>();
        if (key.Length is 0 or > KeyLimit || key.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'))
        {
            errors.Add(Error.NotAccepted("key"));
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            errors.Add(Error.Required("name"));
        }
        else if (name.Trim().Length > NameLimit)
        {
            errors.Add(Error.TooLong("name", NameLimit));
        }

        if (version.Fields.Any(field => field.Key.Length == 0 || field.Label.Trim().Length is 0 or > TemplateField.LabelLimit || field.Label.IndexOfAny(['〔', '〕', '<', '>', '\n']) >= 0)
            || version.Fields.DistinctBy(field => field.Key).Count() != version.Fields.Count || version.Fields.DistinctBy(field => field.Label).Count() != version.Fields.Count)
        {
            errors.Add(Error.NotAccepted("fields"));
        }

        return errors;
    }
}
