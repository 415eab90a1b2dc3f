using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Web.Startup;

/// <summary>
/// Makes an empty database usable: a top agency, and one administrator from
/// <c>Bootstrap:AdminEmail</c> and <c>Bootstrap:AdminPassword</c>. Does nothing once there is anybody.
/// </summary>
public sealed class FirstAdministrator(ConsoleDb db, UserManager<Person> people, IConfiguration configuration, TimeProvider time)
{
    private const string TopSector = "publicity";

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
        var agency = Agency.Create(configuration["Bootstrap:AgencyName"] ?? "宣传部", TopSector, configuration["Bootstrap:RegionCode"] ?? "000000", null, 1, null, now).Value;
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
