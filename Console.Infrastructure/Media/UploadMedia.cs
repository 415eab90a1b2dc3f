using System.Security.Cryptography;
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
}

/// <summary>Takes in a picture for the uploader's agency.</summary>
public sealed class UploadMedia(Work work)
{
    /// <summary>Checks the content and stores it without the camera's notes.</summary>
    /// <param name="actor">Who uploads.</param>
    /// <param name="accountId">The account it is meant for, where known: then it belongs to that account's agency.</param>
    /// <param name="fileName">The name it came with, for people.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<Result<MediaRow>> ExecuteAsync(Actor actor, Guid? accountId, string? fileName, byte[] bytes, CancellationToken token) =>
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

            var picture = read.Value;
            var medium = new Medium(
                agencyId, step.Actor.PersonId, NameOf(fileName), picture.ContentType, picture.Width, picture.Height, picture.Bytes,
                Convert.ToHexStringLower(SHA256.HashData(picture.Bytes)), step.Now);
            step.Db.Media.Add(medium);
            return new MediaRow(medium.Id, medium.FileName, medium.ContentType, medium.Width, medium.Height, medium.Bytes);
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

    private static string NameOf(string? fileName)
    {
        var name = Path.GetFileName((fileName ?? string.Empty).Replace('\\', '/')).Trim();
        return name.Length <= 200 ? name : name[..200];
    }
}
