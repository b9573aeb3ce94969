<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayInfo=!isAppInitiatedAction??; section>
  <#if section == "header">
    ${msg("emailVerifyTitle")}
  <#elseif section == "form">
    <p>${(verifyEmail??)?then(msg("emailVerifyInstruction1", verifyEmail!""), msg("emailVerifyInstruction4", user.email!""))}</p>
    <#if isAppInitiatedAction??>
      <form id="kc-verify-email-form" action="${url.loginAction}" method="post">
        <@field.send label=(verifyEmail??)?then("emailVerifyResend", "emailVerifySend")/>
      </form>
    </#if>
  <#elseif section == "info">
    <p>${msg("emailVerifyInstruction2")} <a href="${url.loginAction}">${msg("emailVerifyResend")}</a></p>
  </#if>
</@layout.registrationLayout>
