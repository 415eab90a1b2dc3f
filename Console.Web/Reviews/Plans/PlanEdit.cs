using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Reviews;

namespace GovAccountConsole.Web.Reviews.Plans;

/// <summary>A step while somebody edits it.</summary>
public sealed class StepEdit
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Who decides.</summary>
    public Role Role { get; set; } = Role.Reviewer;

    /// <summary>Where the role is held.</summary>
    public StepLevel Level { get; set; }

    /// <summary>How many must approve; more than one is 会签.</summary>
    public int Approvals { get; set; } = 1;

    /// <summary>Working hours.</summary>
    public double Hours { get; set; } = 4;

    /// <summary>Usual gates that are ticked.</summary>
    public ISet<string> Gates { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The department's own entries, one a line.</summary>
    public string Own { get; set; } = string.Empty;

    /// <summary>Takes a planned step apart.</summary>
    public static StepEdit Of(PlannedStep step)
    {
        var edit = new StepEdit
        {
            Name = step.Name,
            Role = step.Role,
            Level = step.Level,
            Approvals = step.Needed,
            Hours = step.Deadline.TotalHours,
            Own = string.Join('\n', step.Checklist.Where(entry => !Gate.All.Contains(entry, StringComparer.Ordinal))),
        };
        edit.Gates.UnionWith(step.Checklist.Where(entry => Gate.All.Contains(entry, StringComparer.Ordinal)));
        return edit;
    }

    /// <summary>Puts it together again.</summary>
    public PlannedStep ToStep() => new(Name, Role, TimeSpan.FromHours(double.IsFinite(Hours) ? Math.Clamp(Hours, 0, 10_000) : 0))
    {
        Level = Level,
        Mode = Approvals > 1 ? StepMode.AllOf : StepMode.AnyOf,
        Approvals = Approvals,
        Checklist = [.. Gate.All.Where(Gates.Contains), .. Own.Split('\n')],
    };
}

/// <summary>A plan while somebody edits it.</summary>
public sealed class PlanEdit
{
    /// <summary>Which one; null for a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version the person saw.</summary>
    public uint? Version { get; init; }

    /// <summary>Whether it is the delivered plan.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Steps in order.</summary>
    public IList<StepEdit> Steps { get; } = new List<StepEdit>();

    /// <summary>What the post touches.</summary>
    public ISet<PostTopic> Topics { get; } = new HashSet<PostTopic>();

    /// <summary>Ways of publishing.</summary>
    public ISet<Channel> Channels { get; } = new HashSet<Channel>();

    /// <summary>Sectors.</summary>
    public ISet<string> Sectors { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Agencies.</summary>
    public ISet<Guid> Agencies { get; } = new HashSet<Guid>();

    /// <summary>Accounts.</summary>
    public ISet<Guid> Accounts { get; } = new HashSet<Guid>();

    /// <summary>Kinds of text, by the keys of their templates.</summary>
    public ISet<string> Templates { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Begins with a plan, or with the steps of the delivered one; a new one may be for a kind of text.</summary>
    public static PlanEdit Of(PlanRow? plan, string? template = null)
    {
        var edit = new PlanEdit { Id = plan?.Id, Version = plan?.Version, IsDefault = plan?.IsDefault == true, Name = plan?.Name ?? string.Empty };
        if (template is not null)
        {
            edit.Templates.Add(template);
        }

        foreach (var step in plan?.Steps ?? ReviewPlan.Default.Steps)
        {
            edit.Steps.Add(StepEdit.Of(step));
        }

        if (plan is { When: var when })
        {
            edit.Topics.UnionWith(when.Topics);
            edit.Channels.UnionWith(when.Channels);
            edit.Sectors.UnionWith(when.Sectors);
            edit.Agencies.UnionWith(when.Agencies);
            edit.Accounts.UnionWith(when.Accounts);
            edit.Templates.UnionWith(when.Templates);
        }

        return edit;
    }

    /// <summary>What is wanted.</summary>
    public PlanInput ToInput() => new(Name, [.. Steps.Select(step => step.ToStep())], new PlanConditions
    {
        Topics = [.. Topics.Order()],
        Channels = [.. Channels.Order()],
        Sectors = [.. Sectors.Order(StringComparer.Ordinal)],
        Agencies = [.. Agencies],
        Accounts = [.. Accounts],
        Templates = [.. Templates.Order(StringComparer.Ordinal)],
    });
}
