using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>A version of a list as shown.</summary>
/// <param name="Number">Which one.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who; null for the console itself.</param>
/// <param name="Note">What it was about.</param>
/// <param name="Added">Entries that began to hold.</param>
/// <param name="Removed">Entries that ceased to hold.</param>
public sealed record RuleVersionRow(int Number, DateTimeOffset At, string? By, string Note, int Added, int Removed);

/// <summary>How a list stands.</summary>
/// <param name="Number">Number of its newest version.</param>
/// <param name="MayManage">Whether the actor may change it.</param>
/// <param name="Versions">The newest versions, newest first.</param>
public sealed record RuleListView(int Number, bool MayManage, IReadOnlyList<RuleVersionRow> Versions);

/// <summary>A rule profile as shown.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Number">Version of the profiles with which it last changed.</param>
/// <param name="Levels">Level of every check that a profile can set.</param>
/// <param name="Limits">Every limit.</param>
/// <param name="Sectors">Codes of its sectors.</param>
public sealed record ProfileView(string Code, int Number, IReadOnlyDictionary<string, CheckLevel> Levels, IReadOnlyDictionary<string, int> Limits, IReadOnlyList<string> Sectors);

/// <summary>Reads versions of the lists, and the profiles; every signed-in person may.</summary>
public sealed class RuleListQueries(Work work)
{
    /// <summary>How a list stands, with its newest versions.</summary>
    public Task<RuleListView> StateAsync(Actor actor, RuleListKind kind, int versions, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
        {
            var rows = await db.Set<RuleListVersion>().AsNoTracking().Where(row => row.Kind == kind).OrderByDescending(row => row.Number).Take(versions)
                .Select(row => new RuleVersionRow(row.Number, row.At, db.Users.Where(person => person.Id == row.ById).Select(person => person.Name).FirstOrDefault(), row.Note, row.Added, row.Removed))
                .ToListAsync(token);
            var tops = await db.Agencies.Where(agency => agency.ParentId == null).Select(agency => agency.Id).ToArrayAsync(token);
            return new RuleListView(rows.Count == 0 ? 0 : rows[0].Number, tops.Length > 0 && current.Can(Permission.ManageRules, tops), rows);
        }, token);

    /// <summary>The profiles in their order.</summary>
    public Task<IReadOnlyList<ProfileView>> ProfilesAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<ProfileView>>(actor, async (db, _) =>
        {
            var order = DefaultProfiles.All.Select(profile => profile.Code).ToList();
            var profiles = await db.Set<RuleProfile>().AsNoTracking().ToListAsync(token);
            return
            [
                .. profiles.OrderBy(profile => order.IndexOf(profile.Code)).Select(profile => new ProfileView(
                    profile.Code, profile.Number,
                    CheckCatalogue.All.Where(rule => !rule.IsFixed).ToDictionary(rule => rule.Code, rule => profile.ToProfile().LevelOf(rule), StringComparer.Ordinal),
                    CheckLimits.Defaults.Keys.ToDictionary(name => name, name => profile.ToProfile().LimitOf(name), StringComparer.Ordinal), profile.Sectors)),
            ];
        }, token);
}
