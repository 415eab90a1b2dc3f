using Microsoft.AspNetCore.Components.Forms;

namespace GovAccountConsole.Web.Posts;

/// <summary>Where the browser sends pictures, in the words of its modules.</summary>
/// <param name="Url">Address of the upload.</param>
/// <param name="Fields">Form fields that go along: the account and the token against forged requests.</param>
public sealed record UploadTarget(string Url, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The upload for pictures of <paramref name="accountId"/>'s agency; of the person's own where none is named.</summary>
    public static UploadTarget For(Guid? accountId, AntiforgeryStateProvider antiforgery)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (accountId is { } account)
        {
            fields["account"] = account.ToString();
        }

        if (antiforgery.GetAntiforgeryToken() is { } token)
        {
            fields[token.FormFieldName] = token.Value;
        }

        return new UploadTarget("/media/upload", fields);
    }
}
