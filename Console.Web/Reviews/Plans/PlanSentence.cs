using System.Globalization;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Reviews.Plans;

/// <summary>A plan as one sentence that a person can check by reading it aloud.</summary>
public sealed class PlanSentence(IStringLocalizer<PlansText> words, IStringLocalizer<CommonText> common, IReadOnlyDictionary<string, Sector> sectors, IReadOnlyDictionary<string, string> templates)
{
    /// <summary>For which posts.</summary>
    public string For(PlanRow plan) => For(plan.When, plan.Names);

    /// <summary>For which posts, by the names of what is meant.</summary>
    public string For(PlanConditions when, IReadOnlyDictionary<Guid, string> names)
    {
        string[] parts =
        [
            .. Part("For.Accounts", when.Accounts.Select(id => Name(names, id))),
            .. Part("For.Templates", when.Templates.Select(Template)),
            .. Part("For.Topics", when.Topics.Select(topic => words[$"Topic.{topic}"].Value)),
            .. Part("For.Agencies", when.Agencies.Select(id => Name(names, id))),
            .. Part("For.Sectors", when.Sectors.Select(code => sectors.TryGetValue(code, out var sector) ? sector.Name : code)),
            .. Part("For.Channels", when.Channels.Select(channel => common[$"Channel.{channel}"].Value)),
        ];
        return parts.Length == 0 ? words["For.All"] : string.Join(words["For.And"], parts);
    }

    /// <summary>What happens to them.</summary>
    public string Way(IReadOnlyList<PlannedStep> steps) => string.Join(words["Way.Then"], steps.Select(Step)) + words["Way.End"];

    /// <summary>Who decides a step.</summary>
    public string Who(PlannedStep step) => words[$"Who.{step.Level}", words[$"Decider.{step.Role}"].Value];

    /// <summary>Working hours of a step.</summary>
    public static string Hours(PlannedStep step) => step.Deadline.TotalHours.ToString("0.##", CultureInfo.CurrentCulture);

    /// <summary>An entry of a checklist: the usual gates in the reader's language, the department's own words as they are.</summary>
    public static string Entry(string entry, IStringLocalizer<PlansText> words) => Gate.All.Contains(entry, StringComparer.Ordinal) ? words[$"Gate.{entry}"] : entry;

    /// <summary>Name of a kind of text; its key where its template is out of sight.</summary>
    public string Template(string key) => templates.TryGetValue(key, out var name) ? name : key;

    /// <summary>What a plan was chosen by.</summary>
    public string Because(PlanGround grounds) => grounds == PlanGround.None
        ? words["Because.None"]
        : words["Because", string.Join(common["Comma"], Enum.GetValues<PlanGround>().Where(ground => ground != PlanGround.None && grounds.HasFlag(ground)).Reverse().Select(ground => words[$"Ground.{ground}"].Value))];

    private string Step(PlannedStep step) =>
        words[step.Needed > 1 ? "Way.StepAll" : "Way.Step", step.Name, Who(step), Hours(step), step.Needed]
        + (step.Checklist.Count > 0 ? words["Way.Checks", string.Join(common["Comma"], step.Checklist.Select(entry => Entry(entry, words)))].Value : string.Empty);

    private static string Name(IReadOnlyDictionary<Guid, string> names, Guid id) => names.TryGetValue(id, out var name) ? name : id.ToString()[..8];

    private IEnumerable<string> Part(string key, IEnumerable<string> values) => values.ToArray() is { Length: > 0 } some ? [words[key, string.Join(common["Or"], some)].Value] : [];
}
