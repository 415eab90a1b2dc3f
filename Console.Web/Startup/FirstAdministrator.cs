using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Web.Startup;

/// <summary>
/// Makes an empty database usable: the lines of government work, a top agency, and one administrator from
/// <c>Bootstrap:AdminEmail</c> and <c>Bootstrap:AdminPassword</c>. Does nothing once there is anybody.
/// </summary>
public sealed class FirstAdministrator(ConsoleDb db, UserManager<Person> people, IConfiguration configuration, TimeProvider time)
{
    // Names and colours as in the design; all at least 5.3:1 on white.
    private static readonly Sector[] _sectors =
    [
        new("press", "新闻办", "新", "#44525F", 1), new("police", "公安", "警", "#1F4FA3", 2), new("court", "法院", "法", "#6A3FA0", 3),
        new("procuratorate", "检察", "检", "#0B7480", 4), new("justice", "司法", "司", "#4A55B0", 5), new("education", "教育", "教", "#2F7A3A", 6),
        new("health", "卫健", "健", "#B03A6E", 7), new("tourism", "文旅", "旅", "#A8500F", 8), new("tax", "税务", "税", "#6B6010", 9),
        new("youth", "共青团", "团", "#98368A", 10), new("emergency", "应急", "急", "#8A4B12", 11), new("labour", "人社", "社", "#1D6F8C", 12),
        new("market", "市监", "市", "#5A6B1E", 13), new("housing", "住建", "建", "#7A5230", 14),
    ];

    /// <summary>Creates them where the settings name an administrator and the database is empty.</summary>
    public async Task CreateAsync(CancellationToken token)
    {
        var (email, password) = (configuration["Bootstrap:AdminEmail"], configuration["Bootstrap:AdminPassword"]);
        if (string.IsNullOrWhiteSpace(email) || string.IsNullOrWhiteSpace(password) || await people.Users.AnyAsync(token))
        {
            return;
        }

        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        if (!await db.Sectors.AnyAsync(token))
        {
            db.Sectors.AddRange(_sectors);
        }

        var agency = Agency.Create(configuration["Bootstrap:AgencyName"] ?? "宣传部", _sectors[0].Code, configuration["Bootstrap:RegionCode"] ?? "000000", null, 1, null, now).Value;
        db.Agencies.Add(agency);
        db.AgencyLineage.Add(new AgencyLineage(agency.Id, agency.Id));
        await db.SaveChangesAsync(token);
        var person = new Person { Id = Guid.CreateVersion7(), UserName = email, Email = email, Name = email.Split('@')[0], AgencyId = agency.Id, CreatedAt = now };
        var created = await people.CreateAsync(person, password);
        if (!created.Succeeded)
        {
            throw new LaunchRefusedException($"Bootstrap:AdminEmail or Bootstrap:AdminPassword is refused: {string.Join(' ', created.Errors.Select(error => error.Description))}");
        }

        db.RoleGrants.Add(new RoleGrant(person.Id, Role.Administrator, agency.Id, null, now));
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        Launch.Say($"created the first administrator {email}");
    }
}
