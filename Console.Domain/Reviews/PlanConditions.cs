using System.Text.Json.Serialization;
using GovAccountConsole.Domain.Posts;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>What a plan is chosen by, in the order in which it weighs: a later one outweighs all earlier ones together.</summary>
[Flags]
public enum PlanGround
{
    /// <summary>Nothing: the plan holds for every post.</summary>
    None = 0,

    /// <summary>The way of publishing.</summary>
    Channel = 1,

    /// <summary>The line of work of the agency.</summary>
    Sector = 2,

    /// <summary>The agency or a body above it.</summary>
    Agency = 4,

    /// <summary>What the post touches.</summary>
    Topic = 8,

    /// <summary>The kind of text.</summary>
    Template = 16,

    /// <summary>The account itself.</summary>
    Account = 32,
}

/// <summary>适用范围: which posts a plan is for. An empty list asks nothing; of a filled list one entry must fit; all filled lists must fit.</summary>
public sealed record PlanConditions
{
    /// <summary>A plan for every post.</summary>
    public static PlanConditions Any { get; } = new();

    /// <summary>Accounts.</summary>
    public IReadOnlyList<Guid> Accounts { get; init; } = [];

    /// <summary>Keys of templates (kinds of text).</summary>
    public IReadOnlyList<string> Templates { get; init; } = [];

    /// <summary>What the post touches.</summary>
    public IReadOnlyList<PostTopic> Topics { get; init; } = [];

    /// <summary>Agencies, with everything below them.</summary>
    public IReadOnlyList<Guid> Agencies { get; init; } = [];

    /// <summary>Codes of sectors.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Ways of publishing.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>What it asks for.</summary>
    [JsonIgnore]
    public PlanGround Grounds =>
        (Channels.Count > 0 ? PlanGround.Channel : PlanGround.None) | (Sectors.Count > 0 ? PlanGround.Sector : PlanGround.None) | (Agencies.Count > 0 ? PlanGround.Agency : PlanGround.None)
        | (Topics.Count > 0 ? PlanGround.Topic : PlanGround.None) | (Templates.Count > 0 ? PlanGround.Template : PlanGround.None) | (Accounts.Count > 0 ? PlanGround.Account : PlanGround.None);

    /// <summary>Whether a post with these facts is meant.</summary>
    public bool Fit(PlanFacts facts) =>
        (Channels.Count == 0 || Channels.Contains(facts.Channel))
        && (Sectors.Count == 0 || Sectors.Contains(facts.Sector, StringComparer.Ordinal))
        && (Agencies.Count == 0 || Agencies.Any(agency => facts.Lineage.Contains(agency)))
        && (Topics.Count == 0 || Topics.Any(topic => facts.Topics.Contains(topic)))
        && (Templates.Count == 0 || (facts.Template is { } template && Templates.Contains(template, StringComparer.Ordinal)))
        && (Accounts.Count == 0 || Accounts.Contains(facts.AccountId));
}

/// <summary>What is known of a post when its plan is chosen.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Channel">The way of publishing.</param>
/// <param name="Sector">Code of the agency's sector.</param>
/// <param name="Lineage">The agency and the bodies above it.</param>
/// <param name="Topics">What the post touches.</param>
/// <param name="Template">Key of the template it was made from; null for a free text.</param>
/// <param name="AccountPlan">The plan that was given to the account itself; null for none.</param>
public sealed record PlanFacts(
    Guid AccountId, Channel Channel, string Sector, IReadOnlyCollection<Guid> Lineage, IReadOnlyList<PostTopic> Topics, string? Template = null, Guid? AccountPlan = null);
