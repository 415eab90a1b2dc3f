using System.Globalization;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace GovAccountConsole.Infrastructure.Data.Seeding.Scale;

/// <summary>Writes what the posts stand on: agencies with their lineage, people with their grants, accounts.</summary>
internal sealed class ScaleMatrix(NpgsqlConnection connection, ScaleTree tree, ScaleSize size, DateTimeOffset now)
{
    private const string People =
        "id, name, agency_id, theme, created_at, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, security_stamp, " +
        "phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count";

    public async Task WriteAsync(CancellationToken token)
    {
        await AgenciesAsync(token);
        await LineageAsync(token);
        await PeopleAsync(token);
        await GrantsAsync(token);
        await AccountsAsync(token);
    }

    private async Task AgenciesAsync(CancellationToken token)
    {
        await using var table = await CopyTable.OpenAsync(connection, "agencies", "id, name, sector_code, region_code, parent_id, path, position", token);
        foreach (var agency in tree.Agencies)
        {
            table.Begin();
            table.Id(agency.Id);
            table.Text(agency.Name);
            table.Text(agency.Sector);
            table.Text(agency.Region);
            table.Id(agency.ParentId);
            table.Text(agency.Path);
            table.Number(agency.Number);
        }

        await table.CompleteAsync(token);
    }

    private async Task LineageAsync(CancellationToken token)
    {
        await using var table = await CopyTable.OpenAsync(connection, "agency_lineage", "agency_id, ancestor_id", token);
        foreach (var agency in tree.Agencies)
        {
            foreach (var ancestor in agency.Ancestors)
            {
                table.Begin();
                table.Id(agency.Id);
                table.Id(ancestor);
            }
        }

        await table.CompleteAsync(token);
    }

    private async Task PeopleAsync(CancellationToken token)
    {
        var hash = new PasswordHasher<Person>().HashPassword(new Person(), ScalePeople.Password);
        await using var table = await CopyTable.OpenAsync(connection, "people", People, token);
        foreach (var agency in tree.Agencies)
            Person(table, ScaleIds.Of(ScaleIds.Kind.Person, agency.Number), $"{ScaleWords.Town(agency.Number)}编辑{agency.Number}", agency.Id, $"editor{agency.Number}@load.gov", null);
        foreach (var (id, email, name, agency, _) in ScalePeople.TheFour(tree))
            Person(table, id, name, agency, email, hash);
        await table.CompleteAsync(token);
    }

    private static void Person(CopyTable table, Guid id, string name, Guid? agency, string email, string? hash)
    {
        table.Begin();
        table.Id(id);
        table.Text(name);
        table.Id(agency);
        table.Text("system");
        table.Time(ScaleIds.Founding);
        table.Text(email);
        table.Text(email.ToUpperInvariant());
        table.Text(email);
        table.Text(email.ToUpperInvariant());
        table.Flag(true);
        table.Text(hash);
        table.Text(id.ToString("N"));
        table.Flag(false);
        table.Flag(false);
        table.Flag(true);
        table.Number(0);
    }

    private async Task GrantsAsync(CancellationToken token)
    {
        await using var table = await CopyTable.OpenAsync(connection, "role_grants", "person_id, role, agency_id, given_at", token);
        var editors = tree.Agencies.Select(agency => (Person: ScaleIds.Of(ScaleIds.Kind.Person, agency.Number), Grant: new Grant(Role.Editor, agency.Id)));
        var four = ScalePeople.TheFour(tree).SelectMany(person => person.Grants.Select(grant => (Person: person.Id, Grant: grant)));
        foreach (var (person, grant) in editors.Concat(four))
        {
            table.Begin();
            table.Id(person);
            table.Word(grant.Role);
            table.Id(grant.AgencyId);
            table.Time(ScaleIds.Founding);
        }

        await table.CompleteAsync(token);
    }

    private async Task AccountsAsync(CancellationToken token)
    {
        await using var table = await CopyTable.OpenAsync(
            connection, "accounts",
            "id, agency_id, name, app_id, kind, verified, positioning, status, checks, has_failed_check, followers, review_plan_id, created_at", token);
        var posts = new ScalePosts(size, tree, now);
        for (var number = 0; number < size.Accounts; number++)
        {
            var dice = new Dice((ulong)number + 7_000_000_000);
            var owner = posts.OwnerOf(number);
            table.Begin();
            table.Id(ScaleIds.Of(ScaleIds.Kind.Account, number));
            table.Id(owner.Id);
            table.Text(string.Create(CultureInfo.InvariantCulture, $"{owner.Name}{number}号"));
            table.Text(string.Create(CultureInfo.InvariantCulture, $"wxload{number:000000000000}"));
            table.Word(dice.Roll(10) < 8 ? AccountKind.Subscription : AccountKind.Service);
            table.Flag(dice.Roll(10) < 9);
            table.Word((Positioning)dice.Roll(3));
            table.Word(dice.Roll(100) switch { 0 => AccountStatus.Suspended, 1 => AccountStatus.Verifying, 2 => AccountStatus.Closed, _ => AccountStatus.Active });
            table.Json("[]");
            table.Flag(dice.Roll(50) == 0);
            table.Number(dice.Roll(80_000));
            table.Id(ReviewPlan.DefaultId);
            table.Time(ScaleIds.Founding);
        }

        await table.CompleteAsync(token);
    }
}
