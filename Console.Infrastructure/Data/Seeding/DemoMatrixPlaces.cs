using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;

namespace GovAccountConsole.Infrastructure.Data.Seeding;

/// <summary>Builds sectors, agencies, people with their grants, and accounts; keeps them by the keys that posts refer to.</summary>
internal sealed class DemoMatrixPlaces(ConsoleDb db, DemoMatrixClock clock, DemoDirectory directory)
{
    private static readonly TimeSpan _foundedBefore = TimeSpan.FromDays(400);
    private static readonly TimeSpan _appliedBefore = TimeSpan.FromDays(200);

    public Dictionary<string, Agency> Agencies { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Person> People { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, OfficialAccount> Accounts { get; } = new(StringComparer.Ordinal);

    /// <summary>The agency itself and all bodies above it.</summary>
    public Guid[] Lineage(Guid agencyId)
    {
        var line = new List<Guid>();
        for (var agency = Agencies.Values.First(one => one.Id == agencyId); ; agency = Agencies.Values.First(one => one.Id == agency.ParentId))
        {
            line.Add(agency.Id);
            if (agency.ParentId is null)
            {
                return [.. line];
            }
        }
    }

    public void AddAgencies()
    {
        var at = clock.Now - _foundedBefore;
        foreach (var (index, planned) in directory.Agencies.Index())
        {
            var agency = Agency.Create(
                planned.Name, planned.Sector, planned.Region, planned.Parent is { } parent ? Agencies[parent] : null, index + 1, by: null, at,
                DemoMatrixIds.Of("agency " + planned.Key, at.AddMinutes(index))).Value;
            Agencies.Add(planned.Key, agency);
            db.Agencies.Add(agency);
            db.AgencyLineage.AddRange(Lineage(agency.Id).Select(ancestor => new AgencyLineage(agency.Id, ancestor)));
        }
    }

    /// <summary>Everybody has the same password in the demo, so it is hashed once: hashing is slow on purpose.</summary>
    public void AddPeople(IPasswordHasher<Person> hasher, ILookupNormalizer normalizer, string password)
    {
        var at = clock.Now - _foundedBefore;
        string? hash = null;
        foreach (var (index, planned) in directory.People.Index())
        {
            var person = new Person
            {
                Id = DemoMatrixIds.Of("person " + planned.Key, at.AddMinutes(index)),
                Name = planned.Name,
                UserName = planned.Email,
                NormalizedUserName = normalizer.NormalizeName(planned.Email),
                Email = planned.Email,
                NormalizedEmail = normalizer.NormalizeEmail(planned.Email),
                EmailConfirmed = true,
                LockoutEnabled = true,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                AgencyId = Agencies[planned.Grants[0].Agency].Id,
                CreatedAt = at.AddMinutes(index),
            };
            person.PasswordHash = hash ??= hasher.HashPassword(person, password);
            People.Add(planned.Key, person);
            db.Users.Add(person);
        }

        var administrator = People["he-liming"].Id;
        foreach (var planned in directory.People)
        {
            db.RoleGrants.AddRange(planned.Grants.Select(grant =>
                new RoleGrant(People[planned.Key].Id, grant.Role, Agencies[grant.Agency].Id, administrator, at.AddHours(2))));
        }
    }

    public void AddAccounts(SecretSealer sealer)
    {
        var applied = clock.Now - _appliedBefore;
        foreach (var (index, planned) in directory.Accounts.Index())
        {
            var at = planned.Status is AccountStatus.Applied or AccountStatus.Verifying ? clock.At("-2 10:20") : applied.AddHours(index);
            var secrets = new AccountSecrets(
                DemoMatrixIds.Secret("secret " + planned.AppId, 32), DemoMatrixIds.Secret("token " + planned.AppId, 16), DemoMatrixIds.Secret("aes " + planned.AppId, 43));
            var account = OfficialAccount.Apply(
                Agencies[planned.Agency].Id,
                new AccountDetails(planned.Name, planned.AppId, planned.Kind, planned.Verified, planned.Positioning)
                {
                    OriginalId = planned.OriginalId,
                    Responsible = planned.Responsible is { } key ? People[key].Name : null,
                    FilingNumber = $"临政媒备 {index + 1:000}",
                },
                secrets,
                new SealedSecrets(sealer.Seal(secrets.AppSecret), sealer.Seal(secrets.Token), sealer.Seal(secrets.EncodingAesKey)),
                People["he-liming"].Id, at, DemoMatrixIds.Of("account " + planned.Key, at)).Value;
            Bring(account, planned, at);
            Accounts.Add(planned.Key, account);
            db.Accounts.Add(account);
        }
    }

    // The life of an account up to where it stands today, each act by who may do it.
    private void Bring(OfficialAccount account, DemoAccount planned, DateTimeOffset at)
    {
        if (planned.Status == AccountStatus.Applied)
        {
            return;
        }

        account.NoteFollowers(planned.Followers);
        var working = planned.Status != AccountStatus.Verifying;
        Require(account.NoteChecks(Checks(working), People["he-liming"].Id, at.AddMinutes(12)));
        if (working)
        {
            Require(account.Approve(People["zhang-min"].Id, at.AddHours(5)));
        }
    }

    private static CredentialCheck[] Checks(bool working) =>
    [
        new("appId", true, "check-ok", [], null),
        new("appSecret", true, "check-ok", [], null),
        working ? new("ipAllowList", true, "check-ok", [], null) : new("ipAllowList", false, "check-allow-address", ["192.0.2.10"], 40164),
        new("permissions", working ? true : null, working ? "check-ok" : "check-not-made", [], null),
        new("callback", working ? true : null, working ? "check-callback-received" : "check-not-made", [], null),
        new("verification", working ? true : null, working ? "check-ok" : "check-not-made", [], null),
    ];

    private static void Require(Domain.Shared.Result result) => DemoMatrix.Require(result, "account");
}
