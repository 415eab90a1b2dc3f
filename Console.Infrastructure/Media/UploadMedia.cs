using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>A picture as lists and the editor know it.</summary>
public sealed record MediaRow(Guid Id, string FileName, string ContentType, int Width, int Height, int Bytes)
{
    /// <summary>The address by which bodies show it.</summary>
    public string Url => "/media/" + Id;

    /// <summary>Just uploaded, and the agency had these very bytes already: this is that picture.</summary>
    public bool Duplicate { get; init; }

    /// <summary>Reads it off the stored medium.</summary>
    internal static MediaRow Of(Medium medium) => new(medium.Id, medium.FileName, medium.ContentType, medium.Width, medium.Height, medium.Bytes);
}

/// <summary>Takes in a picture for the uploader's agency.</summary>
public sealed class UploadMedia(Work work)
{
    /// <summary>Checks the content and stores it without the camera's notes.</summary>
    /// <param name="actor">Who uploads.</param>
    /// <param name="accountId">The account it is meant for, where known: then it belongs to that account's agency.</param>
    /// <param name="fileName">The name it came with, for people.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="fromId">The picture it was cut from: rights and last day go along.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<Result<MediaRow>> ExecuteAsync(Actor actor, Guid? accountId, string? fileName, byte[] bytes, Guid? fromId, CancellationToken token) =>
        work.RunAsync<MediaRow>(actor, async step =>
        {
            if (await AgencyAsync(step, accountId) is not { } agencyId)
            {
                return Error.Forbidden;
            }

            var read = PictureBytes.Read(bytes);
            if (!read.Succeeded)
            {
                return Result<MediaRow>.Refuse(read.Errors);
            }

            var (medium, known) = await step.KeepAsync(agencyId, fileName, read.Value);
            if (!known && fromId is { } source && await step.Db.Media.SingleOrDefaultAsync(row => row.Id == source, step.Token) is { } origin)
            {
                medium.Inherit(origin);
            }

            return MediaRow.Of(medium) with { Duplicate = known };
        }, token);

    private static async Task<Guid?> AgencyAsync(WorkStep step, Guid? accountId)
    {
        if (accountId is { } id
            && await step.Db.Accounts.Where(account => account.Id == id).Select(account => (Guid?)account.AgencyId).SingleOrDefaultAsync(step.Token) is { } owner
            && await step.CanAsync(Permission.WritePosts, owner))
        {
            return owner;
        }

        var home = await step.Db.Users.Where(person => person.Id == step.Actor.Id).Select(person => person.AgencyId).SingleOrDefaultAsync(step.Token);
        if (home is { } agency && await step.CanAsync(Permission.WritePosts, agency))
        {
            return agency;
        }

        return step.Actor.RootsWith(Permission.WritePosts) is [var first, ..] ? first : null;
    }
}
