using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>A rule profile as set on its page.</summary>
/// <param name="Levels">Level of each check.</param>
/// <param name="Limits">Each limit.</param>
/// <param name="Sectors">Codes of the sectors it is for; they leave the profile they had.</param>
public sealed record ProfileInput(IReadOnlyDictionary<string, CheckLevel> Levels, IReadOnlyDictionary<string, int> Limits, IReadOnlyList<string> Sectors);

/// <summary>Changes a rule profile; makes a version of the profiles.</summary>
public sealed class SaveProfile(Work work)
{
    /// <summary>Sets all of it.</summary>
    public Task<Result> ExecuteAsync(Actor actor, string code, ProfileInput input, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var open = await step.OpenListAsync(RuleListKind.Profiles);
            if (!open.Succeeded)
            {
                return open;
            }

            var profiles = await step.Db.Set<RuleProfile>().ToListAsync(step.Token);
            if (profiles.Find(profile => profile.Code == code) is not { } chosen)
            {
                return Error.NotFound;
            }

            var known = await step.Db.Sectors.Select(sector => sector.Code).ToListAsync(step.Token);
            if (input.Sectors.Except(known, StringComparer.Ordinal).Any())
            {
                return Error.NotAccepted("sectors");
            }

            step.Advance(open.Value, code, 1, 1);
            var number = open.Value.List.Number;
            foreach (var other in profiles.Where(profile => profile.Code != code))
            {
                other.Release(input.Sectors, number);
            }

            return chosen.Change(input.Levels, input.Limits, input.Sectors, number);
        }, token);
}
