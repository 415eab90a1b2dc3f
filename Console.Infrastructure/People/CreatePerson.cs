using System.Net.Mail;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.People;

/// <summary>What an administrator fills in about a person.</summary>
public sealed record PersonInput(string? Name, string? Email, Guid AgencyId, IReadOnlyList<Role> Roles);

/// <summary>A login with its password, shown once.</summary>
public sealed record NewLogin(Guid Id, string Email, string Password)
{
    /// <summary>Without the password.</summary>
    public override string ToString() => Email;
}

/// <summary>Makes a login for a person of an agency, with roles for that agency.</summary>
public sealed class CreatePerson(Work work)
{
    private static readonly UpperInvariantLookupNormalizer _normalizer = new();

    /// <summary>Creates the person; the answer holds the temporary password, which is not kept.</summary>
    public Task<Result<NewLogin>> ExecuteAsync(Actor actor, PersonInput input, CancellationToken token) =>
        work.RunAsync<NewLogin>(actor, async step =>
        {
            if (!await step.Db.Agencies.AnyAsync(agency => agency.Id == input.AgencyId, step.Token))
            {
                return PersonErrors.UnknownAgency;
            }

            if (!await step.CanAsync(Permission.ManagePeople, input.AgencyId))
            {
                return Error.Forbidden;
            }

            var (name, email) = (input.Name?.Trim() ?? string.Empty, input.Email?.Trim() ?? string.Empty);
            var errors = Check(name, email).ToList();
            var login = _normalizer.NormalizeName(email);
            if (errors.Count == 0 && await step.Db.Users.AnyAsync(person => person.NormalizedUserName == login, step.Token))
            {
                errors.Add(PersonErrors.EmailTaken);
            }

            if (errors.Count > 0)
            {
                return Result<NewLogin>.Refuse(errors);
            }

            var person = new Person
            {
                Id = Guid.CreateVersion7(),
                Name = name,
                Email = email,
                NormalizedEmail = _normalizer.NormalizeEmail(email),
                UserName = email,
                NormalizedUserName = login,
                EmailConfirmed = true,
                LockoutEnabled = true,
                AgencyId = input.AgencyId,
                CreatedAt = step.Now,
            };
            var password = TemporaryPassword.Set(person);
            step.Db.Users.Add(person);
            foreach (var role in input.Roles.Distinct())
            {
                step.Db.RoleGrants.Add(new RoleGrant(person.Id, role, input.AgencyId, step.Actor.Id, step.Now));
            }

            PersonDesk.Note(step, "personCreated", person.Id, input.AgencyId, string.Join(' ', input.Roles.Distinct()));
            return new NewLogin(person.Id, email, password);
        }, token);

    private static IEnumerable<Error> Check(string name, string email)
    {
        if (name.Length == 0)
        {
            yield return Error.Required("name");
        }
        else if (name.Length > Person.NameLimit)
        {
            yield return Error.TooLong("name", Person.NameLimit);
        }

        if (email.Length == 0)
        {
            yield return Error.Required("email");
        }
        else if (email.Length > 200 || !MailAddress.TryCreate(email, out var address) || address.Address != email)
        {
            yield return PersonErrors.BadEmail;
        }
    }
}
