using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;

namespace GovAccountConsole.Infrastructure.Jobs.Preflight;

/// <summary>One delivery that is looked at.</summary>
/// <param name="PublicationId">The delivery.</param>
/// <param name="PostId">The post.</param>
/// <param name="AgencyId">Whose.</param>
/// <param name="AuthorId">Its author.</param>
/// <param name="AccountId">The account.</param>
/// <param name="AppId">The account's AppID.</param>
/// <param name="Channel">Page or push.</param>
/// <param name="Scene">What is known of it.</param>
internal sealed record PreflightCase(Guid PublicationId, Guid PostId, Guid AgencyId, Guid AuthorId, Guid AccountId, string AppId, Channel Channel, PreflightScene Scene);
