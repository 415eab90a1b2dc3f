using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Web.Access;

namespace GovAccountConsole.Web.Api;

/// <summary>Who calls, with the grants held at this moment. A token of a login that is gone or shut out counts for nothing.</summary>
public static class ApiActor
{
    private static readonly object _key = new();

    /// <summary>The caller; only below <see cref="UseApiActors"/>.</summary>
    public static Actor Actor(this HttpContext context) =>
        context.Items[_key] as Actor ?? throw new InvalidOperationException("This address needs no sign-in and so has no actor.");

    /// <summary>Finds out who calls, after authorisation has demanded a sign-in.</summary>
    public static void UseApiActors(this WebApplication app) => app.UseWhen(ProblemPages.IsApi, api => api.Use(async (context, next) =>
    {
        if (CurrentActor.PersonId(context.User) is { } person)
        {
            var actor = await context.RequestServices.GetRequiredService<ActorSource>().GetAsync(person, context.RequestAborted);
            if (actor.Id is null)
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            context.Items[_key] = actor;
        }

        await next(context);
    }));
}
