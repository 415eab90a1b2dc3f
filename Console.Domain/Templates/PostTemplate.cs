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

    /// <summary>Longest sentence on what it is for, in characters.</summary>
    public const int PurposeLimit = 200;

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
        var errors = TemplateRules.Errors(key, name, purpose, first);
        if (errors.Count > 0)
        {
            return Result<PostTemplate>.Refuse(errors);
        }

        var template = new PostTemplate { AgencyId = agencyId, Key = key, Name = name.Trim(), Purpose = purpose.Trim(), Versions = [first with { Number = 1 }] };
        template.Note("templateCreated", first.ById, first.At);
        return template;
    }

    /// <summary>Changes it: the old version stays for what was written by it. A retired one is in use again.</summary>
    public Result Change(string name, string purpose, TemplateVersion next)
    {
        var errors = TemplateRules.Errors(Key, name, purpose, next);
        if (errors.Count > 0)
        {
            return Result.From(errors);
        }

        (Name, Purpose, RetiredAt) = (name.Trim(), purpose.Trim(), null);
        Versions = [.. Versions, next with { Number = Current.Number + 1 }];
        Note("templateChanged", next.ById, next.At);
        return Result.Success;
    }

    /// <summary>Nothing new is begun by it from now on.</summary>
    public Result Retire(Guid? by, DateTimeOffset now)
    {
        if (RetiredAt is not null)
        {
            return TemplateErrors.Retired;
        }

        RetiredAt = now;
        Note("templateRetired", by, now);
        return Result.Success;
    }

    /// <summary>A version by its number; the newest where the number is unknown.</summary>
    public TemplateVersion At(int? number) => Versions.FirstOrDefault(version => version.Number == number) ?? Current;

    private void Note(string action, Guid? by, DateTimeOffset at) =>
        Record(new DomainEvent(action, "template", Id, AgencyId, by, at, FormattableString.Invariant($"{Name} {Current.Number}")));
}
